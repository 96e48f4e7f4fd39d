import type { Frame, FrameLocator, Page } from 'playwright-core';
import { panelOf } from './intranet.ts';

/** Somebody who uses the chat window with the keyboard alone, and hears it. */
export class KeyboardUser {
  readonly page: Page;
  readonly panel: FrameLocator;
  /** What was pressed, where the focus was then, and what was said: the note of an auditor. */
  readonly notes: string[] = [];
  presses = 0;
  readonly #frame: Frame;
  /** Said after what was waited for. */
  readonly #unasked: string[] = [];

  private constructor(page: Page, frame: Frame) {
    this.page = page;
    this.panel = panelOf(page);
    this.#frame = frame;
  }

  /** Reaches the button on the page with Tab, opens the chat with Enter, and waits until it has drawn. */
  static async opens(page: Page): Promise<KeyboardUser> {
    let presses = 0;
    while (!(await page.evaluate("document.activeElement?.id === 'onetenant-chat'"))) {
      await page.keyboard.press('Tab');
      presses += 1;
      if (presses > 10) throw new Error('Tab does not lead to the button');
    }
    await page.keyboard.press('Enter');
    const panel = panelOf(page);
    // The first time, a browser has all of Web Chat to read.
    await panel.locator('[data-id=webchat-sendbox-input]:focus').waitFor({ timeout: 60_000 });
    await panel.locator('.ac-adaptiveCard').first().waitFor();
    const frame = page.frames().at(-1);
    if (frame === undefined) throw new Error('no panel');
    await listensTo(frame);
    const user = new KeyboardUser(page, frame);
    user.presses = presses + 1;
    return user;
  }

  /** Presses a key, and notes where the focus is then. It may be nowhere but on something that can be used. */
  async press(key: string): Promise<string> {
    await this.page.keyboard.press(key);
    this.presses += 1;
    const focus = await this.focus();
    this.notes.push(`${key} → ${focus}`);
    return focus;
  }

  /** Presses Tab until this has the focus. */
  async tabsTo(name: string, key = 'Tab'): Promise<void> {
    for (let tries = 0; (await this.focus()) !== name; tries += 1) {
      if (tries > 12) throw new Error(`${key} does not lead to “${name}”:\n${this.notes.join('\n')}`);
      await this.press(key);
    }
  }

  /** Waits until the focus is there by itself, and can be seen. */
  async isAt(name: string): Promise<void> {
    await expectSoon(() => this.focus(), name, this.notes);
    await expectSoon(() => this.#covered(), '', this.notes);
    this.notes.push(`  focus: ${name}`);
  }

  /** What lies over the middle of what has the focus; empty where nothing does and it is in view. */
  async #covered(): Promise<string> {
    return String(
      await this.#frame.evaluate(`(() => {
        const active = document.activeElement;
        const { x, y, width, height } = active.getBoundingClientRect();
        const seen = document.elementFromPoint(x + width / 2, y + height / 2);
        return active.contains(seen) ? '' : (seen?.outerHTML.slice(0, 80) ?? 'out of view');
      })()`),
    );
  }

  /** The accessible name of what has the focus; fails where nothing has it, or something used. */
  async focus(): Promise<string> {
    const [name, why] = (await this.#frame.evaluate(`(() => {
      const active = document.activeElement;
      if (active === document.body) return ['', 'nothing has the focus'];
      if (active.ariaDisabled === 'true') return [active.textContent, 'something used has the focus'];
      return [active.getAttribute('aria-label') ?? active.textContent.trim(), ''];
    })()`)) as [string, string];
    return why === '' ? name : `${why}: ${name}`;
  }

  /** What the card is called that the focus is in; said when it gets there. */
  async cardName(): Promise<string> {
    return String(
      await this.#frame.evaluate("document.activeElement.closest('.ac-adaptiveCard')?.getAttribute('aria-label')"),
    );
  }

  /** From another window. Playwright keeps the focus in every page, so no browser tells. */
  async comesBack(): Promise<void> {
    await this.page.bringToFront();
    await this.#frame.evaluate("dispatchEvent(new FocusEvent('focus'))");
  }

  /** What was said aloud since the last time this was asked. */
  async heard(): Promise<readonly string[]> {
    const said = (await this.#frame.evaluate('heard.splice(0)')) as string[];
    this.notes.push(...said.map((text) => `  “${text}”`));
    return [...this.#unasked.splice(0), ...said];
  }

  /** Waits until something with these words is said, and gives everything that was said until then. What came later is still to be heard. */
  async hears(words: string): Promise<readonly string[]> {
    const said: string[] = [];
    for (let tries = 0; !said.some((text) => text.includes(words)); tries += 1) {
      if (tries > 100) throw new Error(`“${words}” was not said, but: ${said.join(' | ')}\n${this.notes.join('\n')}`);
      if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 100));
      said.push(...(await this.heard()));
    }
    const at = said.findIndex((text) => text.includes(words));
    this.#unasked.push(...said.splice(at + 1));
    return said;
  }
}

/** Keeps what every live region that a screen reader can reach says. Its texts are in `heard`. */
export async function listensTo(frame: Frame): Promise<void> {
  await frame.evaluate(listening);
}

/** The script that does so; it may run before a page has anything. */
export const listening = `{
    window.heard = [];
    const isLive = (node) => node.closest?.('[aria-live], [role=log], [role=status], [role=alert]');
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region = isLive(target);
        if (!region || !region.checkVisibility() || region.closest('[aria-hidden=true]')) continue;
        for (const { textContent } of addedNodes) if (textContent.trim()) heard.push(textContent.trim());
      }
    }).observe(document, { childList: true, subtree: true });
  }`;

async function expectSoon(read: () => Promise<string>, wanted: string, notes: readonly string[]): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 100; tries += 1) {
    last = await read();
    if (last === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the focus is not at “${wanted}” but at “${last}”:\n${notes.join('\n')}`);
}
