/* Does to its visitor whatever a page can do, then says in #report what it caught. */
const victim = '0x1111111111111111111111111111111111111111';
const second = '0x3333333333333333333333333333333333333333';
const planted = '0x2222222222222222222222222222222222222222';
const { stringify } = JSON;
const { apply } = Reflect;
const { setTimeout: later } = window;
const dispatch = EventTarget.prototype.dispatchEvent;
const NativeCustomEvent = CustomEvent;
const report = {
  caught: Object.create(null),
  errors: [],
  floodTook: 0,
  longestPause: 0,
  descriptorKept: false,
};

window.addEventListener('error', ({ message }) => report.errors.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => report.errors.push(String(reason)));

// A wallet with an account, beside one whose every property throws, behind a getter that throws.
const wallet = new FakeWallet('io.victim', { selected: victim });
announce(wallet, 'io.victim');
const trap = new Proxy(function trap() {}, {
  get() {
    throw new Error('trap: get');
  },
  has() {
    throw new Error('trap: has');
  },
});
const thrower = {
  get() {
    throw new Error('trap: window.ethereum');
  },
  configurable: false,
  enumerable: true,
};
Object.defineProperty(window, 'ethereum', thrower);

for (const detail of [
  trap,
  null,
  undefined,
  7,
  { provider: trap, info: trap },
  { provider: trap, info: { rdns: 'io.trap' } },
])
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));

window.dispatchEvent(new Event('eip6963:announceProvider'));

// Its guesses at how the two scripts of the extension talk to each other, and what it hears of them.
const forge = (name, detail) => document.dispatchEvent(new NativeCustomEvent(name, { detail }));
forge('plimsoll:handover', 'forged');
forge('forged!', `io.forged ${planted} 1`);
forge('forged?', ' io.forged ');
// A published extension's id is no secret, and with it goes the name of the event by which WXT ends a script.
const id = new URLSearchParams(location.search).get('extension');
forge(`${id}:overlay:wxt:content-script-started`, { contentScriptName: 'overlay', messageId: 'forged' });

// No array here: its own use of one would be caught too.
const tell = (name) => {
  report.caught[name] = (report.caught[name] ?? 0) + 1;
};

// From here on every builtin that the page can reach tells when somebody uses it.
const spy = (owner, name) => {
  const original = owner[name];
  owner[name] = function caught(...values) {
    tell(name);
    return original.apply(this, values);
  };
};
const patch = () => {
  for (const name of ['stringify', 'parse']) spy(JSON, name);
  for (const name of ['push', 'map', 'indexOf', 'includes', 'find', 'join', 'slice'])
    spy(Array.prototype, name);
  for (const name of ['indexOf', 'includes', 'split', 'slice', 'toLowerCase']) spy(String.prototype, name);
  for (const name of ['test', 'exec']) spy(RegExp.prototype, name);
  for (const name of ['then', 'catch', 'finally']) spy(Promise.prototype, name);
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
    spy(EventTarget.prototype, name);
  for (const name of ['apply', 'get']) spy(Reflect, name);
  for (const name of ['attachShadow', 'append', 'appendChild']) spy(Element.prototype, name);
  for (const name of ['setTimeout', 'setInterval', 'CustomEvent', 'Event', 'Promise', 'Map', 'Set'])
    spy(window, name);
  for (const name of ['getItem']) spy(Storage.prototype, name);
  Object.defineProperty(Array.prototype, '0', {
    set() {
      tell('Array.prototype[0]');
    },
    configurable: true,
  });
  for (const name of ['toJSON', 'bubbles', 'detail'])
    Object.defineProperty(Object.prototype, name, {
      get() {
        tell(`Object.prototype.${name}`);
        return undefined;
      },
      configurable: true,
    });
};

const flood = () => {
  const start = performance.now();
  for (let index = 0; index < 10_000; index += 1) {
    const detail = { info: { rdns: `io.flood${index}` }, provider: { selectedAddress: null } };
    apply(dispatch, window, [new NativeCustomEvent('eip6963:announceProvider', { detail })]);
    apply(dispatch, window, [new Event('popstate')]);
    apply(dispatch, document, [new Event('visibilitychange')]);
  }
  report.floodTook = performance.now() - start;
};

let previous = performance.now();
const watchPauses = () => {
  const now = performance.now();
  report.longestPause = Math.max(report.longestPause, now - previous);
  previous = now;
  apply(later, window, [watchPauses, 10]);
};

const removeBadges = () => {
  for (const element of document.documentElement.children)
    if (element.localName !== 'head' && element.localName !== 'body') element.remove();
};

const finish = () => {
  const now = Object.getOwnPropertyDescriptor(window, 'ethereum');
  report.descriptorKept = now.get === thrower.get && now.set === undefined && now.configurable === false;
  // A copy without what `push` and `toJSON` would make of it.
  for (const name of ['toJSON', 'bubbles', 'detail']) delete Object.prototype[name];
  delete Array.prototype[0];
  document.querySelector('#report').textContent = stringify({ ...report, calls });
};

later(() => {
  flood();
  previous = performance.now();
  watchPauses();
  patch();
  later(() => wallet.connect(second), 500);
  later(removeBadges, 1_500);
  later(finish, 4_000);
}, 1_500);
