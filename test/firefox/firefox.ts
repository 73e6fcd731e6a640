import type { Bidi } from './bidi';
import { ID, type LaunchOptions, launchFirefox, ORIGIN } from './launch';
import { Tab } from './tab';

/** The browser under test, and what a test asks of the extension in it. */
export class Firefox {
  private constructor(
    private readonly bidi: Bidi,
    readonly quit: () => Promise<void>,
  ) {}

  static async start(options: LaunchOptions): Promise<Firefox> {
    const { bidi, quit } = await launchFirefox(options);
    return new Firefox(bidi, quit);
  }

  openPage(url: string, before?: string): Promise<Tab> {
    return Tab.open(this.bidi, url, before);
  }

  /** A page of the extension: the popup, or a picture, which can ask the browser's API without waking the event page. */
  openOwn(path: 'popup.html' | 'options.html' | 'icons/128.png'): Promise<Tab> {
    return Tab.open(this.bidi, `${ORIGIN}/${path}`);
  }

  /** "running", or "stopped" when it has been idle. */
  async eventPage(): Promise<string> {
    const { contexts } = (await this.bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts: { context: string }[];
    };
    const { result } = (await this.bidi.send('script.evaluate', {
      expression: `WebExtensionPolicy.getByID('${ID}').extension.backgroundState`,
      target: { context: contexts[0]?.context },
      awaitPromise: false,
    })) as { result: { value: string } };
    return result.value;
  }
}
