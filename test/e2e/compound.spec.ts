import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { formatUnits } from 'viem';
import { chainById } from '../../src/chain/chains';
import { type Front, startFront } from '../localnet/front';
import { type CometVector, cometRecording, cometVector } from '../replay/comet';
import type { Recording } from '../replay/recording';
import { type ReplayServer, startReplay } from '../replay/server';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { wagmiStore } from './world';

const LENDING = 'app.compound.finance';
const RPC_HOSTS = chainById(1)!.rpcs.map((rpc) => new URL(rpc).hostname);

/** One collateral each: near its flip, and past it. */
const near = cometVector('g-comet-04');
const under = cometVector('g-comet-10');

/** As if the recorded block had just come: the badge forgets figures after ten minutes. */
function asOfNow(recording: Recording): Recording {
  const { number, hash } = recording.block;
  return {
    ...recording,
    block: {
      number,
      hash,
      get timestamp() {
        return Math.floor(Date.now() / 1000);
      },
    },
  };
}

let server: ReplayServer;
let front: Front;
let browser: TestBrowser;

test.beforeAll(async () => {
  server = await startReplay(asOfNow(cometRecording(near)));
  front = await startFront({
    upstream: server.url,
    hosts: RPC_HOSTS,
    routes: { [LENDING]: fileURLToPath(new URL('./pages', import.meta.url)) },
  });
  browser = await launchBrowser({ hosts: [LENDING, ...RPC_HOSTS], frontPort: front.port });
});
test.afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

async function openAs(of: CometVector): Promise<Page> {
  server.play(asOfNow(cometRecording(of)));
  const page = await browser.newPage();
  await page.addInitScript((text) => localStorage.setItem('wagmi.store', text), wagmiStore(of.account));
  await page.goto(`https://${LENDING}/`);
  return page;
}

/** Of a recorded flip, as the card writes it: every decimal of the oracle. */
const inDollars = (price: string) => `$${formatUnits(BigInt(price), 8)}`;

// The recording holds three markets of Compound and nothing else of the chain. All other markets give no answer there
// and may stand as unknown beside the position, so only its own rows are looked at; worst comes first, so it leads.

test('the price shown is the price at which Compound was recorded to absorb', async () => {
  const page = await openAs(near);
  const badge = await browser.waitForBadge(page, ({ level }) => level === 'critical');
  expect(badge.parts['health-factor']).toMatch(/^1\.0\d\d$/);
  await browser.clickBadge(page);

  const [collateral, base] = near.truth.flips;
  const { prices, text } = await browser.waitForBadge(page, (open) => open.text.includes('Compound v3 USDC'));
  expect(text).toContain('Compound v3 USDC · Ethereum');
  expect(Object.values(prices)).toEqual([collateral, base].map((flip) => inDollars(flip!.absorb.safe!)));
  await page.close();
});

test('a position that Compound was recorded to absorb is called liquidatable', async () => {
  expect(under.truth.absorbNow.ok).toBe(true);
  const page = await openAs(under);
  const badge = await browser.waitForBadge(page, ({ level }) => level === 'liquidatable');
  expect(badge.parts.level).toBe('Liquidatable');
  await browser.clickBadge(page);
  const { prices } = await browser.waitForBadge(page, (open) => open.text.includes('Compound v3 USDC'));
  expect(new Set(Object.values(prices))).toEqual(new Set(['None: the position can be liquidated now.']));
  await page.close();
});
