import type { Page } from '@playwright/test';
import type { TestBrowser } from '../browser';
import type { World } from './world';

export interface Stage {
  readonly world: World;
  readonly browser: TestBrowser;
  /** The lending page, open. */
  readonly page: Page;
}
