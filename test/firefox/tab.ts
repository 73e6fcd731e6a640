import { type BadgeReading, badgePart, badgeReadings, type Node } from '../support/badgeTree';
import type { Bidi } from './bidi';
import { nodeOf, type RemoteNode } from './tree';

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: unknown;
  readonly exceptionDetails?: { readonly text: string };
}

/** A page in a window of its own, because only a page that is seen looks at the chain. */
export class Tab {
  private constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {}

  /** @param before a script that runs before the page's own */
  static async open(bidi: Bidi, url: string, before?: string): Promise<Tab> {
    const { context } = (await bidi.send('browsingContext.create', { type: 'window' })) as {
      context: string;
    };
    if (before)
      await bidi.send('script.addPreloadScript', {
        functionDeclaration: `() => { ${before} }`,
        contexts: [context],
      });
    await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return new Tab(bidi, context);
  }

  /** The value of an expression, which may be a promise; it comes as JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const json = await this.run(`(async () => JSON.stringify(await (${expression})) ?? 'null')()`);
    return JSON.parse((json as { value: string }).value) as T;
  }

  text(): Promise<string> {
    return this.evaluate('document.body.innerText');
  }

  /** A real click on the only element that the selector finds, as soon as there is one. */
  async click(selector: string): Promise<void> {
    const locator = { type: 'css', value: selector };
    let nodes: RemoteNode[] = [];
    for (let tries = 0; tries < 50 && nodes.length !== 1; tries++) {
      if (tries > 0) await new Promise((done) => setTimeout(done, 100));
      const found = await this.bidi.send('browsingContext.locateNodes', { context: this.context, locator });
      nodes = found.nodes as RemoteNode[];
    }
    if (nodes.length !== 1 || !nodes[0]) throw new Error(`${nodes.length} elements are ${selector}`);
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView()`);
    await this.press(nodes[0].sharedId);
  }

  /** The only badge, null where there is none. */
  async badge(): Promise<BadgeReading | null> {
    const badges = badgeReadings(await this.document());
    if (badges.length > 1) throw new Error(`${badges.length} badges on one page`);
    return badges[0] ?? null;
  }

  /** A real click on the pill, or on the element with that data-part. */
  async clickBadge(part?: string): Promise<void> {
    await this.press(badgePart(await this.document(), part).sharedId ?? '');
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }

  /** Closed shadow roots and all. */
  private async document(): Promise<Node> {
    const whole = { maxDomDepth: 100, includeShadowTree: 'all' };
    return nodeOf((await this.run('document.documentElement', whole)) as RemoteNode);
  }

  private async run(expression: string, serializationOptions = {}): Promise<unknown> {
    const answer = (await this.bidi.send('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: true,
      serializationOptions,
    })) as unknown as Evaluated;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result;
  }

  private async press(sharedId: string): Promise<void> {
    const origin = { type: 'element', element: { sharedId } };
    await this.bidi.send('input.performActions', {
      context: this.context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: 0, y: 0, origin },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  }
}
