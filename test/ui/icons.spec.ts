import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { levelsByDanger } from '../../src/view/words';
import { expect, test } from './stage';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const drawing = (name: string) => readFileSync(at(`assets/${name}.svg`), 'utf8');

/** Of 255; another release of the browser may smooth an edge a little differently. */
const TOLERANCE = 24;

const ofLevels = levelsByDanger.flatMap((level) =>
  [16, 32].map((size) => ({
    name: `${level}-${size}`,
    size,
    svg: drawing('icon-level').replace('data-level="safe"', `data-level="${level}"`),
    edge: 0,
  })),
);

const ofStore = [16, 32, 48, 128].map((size) => ({
  name: `${size}`,
  size,
  svg: drawing(size <= 32 ? 'icon-small' : 'icon'),
  // The Chrome Web Store wants 96 pixels with a transparent edge around them.
  edge: size === 128 ? 16 : 0,
}));

/** Chromium draws the icons from their SVG into test/out/icons; assets/public/icons holds the copies that ship. */
test('every icon is its drawing', async ({ open }) => {
  const page = await (await open('?popup=empty')).context().newPage();
  mkdirSync(at('test/out/icons'), { recursive: true });
  const differing: string[] = [];
  for (const { name, size, svg, edge } of [...ofLevels, ...ofStore]) {
    const drawn = await picture(page, `data:image/svg+xml,${encodeURIComponent(svg)}`, size, edge);
    writeFileSync(at(`test/out/icons/${name}.png`), Buffer.from(drawn.png, 'base64'));
    const file = readFileSync(at(`assets/public/icons/${name}.png`)).toString('base64');
    const shipped = await picture(page, `data:image/png;base64,${file}`, size);
    const most = Math.max(
      ...drawn.pixels.map((value, index) => Math.abs(value - (shipped.pixels[index] ?? 0))),
    );
    if (most > TOLERANCE || drawn.pixels.length !== shipped.pixels.length) differing.push(`${name}: ${most}`);
  }
  expect(differing).toEqual([]);
});

test('no two levels have the same icon', () => {
  const files = ofLevels.map(({ name }) =>
    readFileSync(at(`assets/public/icons/${name}.png`)).toString('base64'),
  );
  expect(new Set(files).size).toBe(files.length);
});

/** As many pixels as the icon has, in red, green, blue and alpha. */
const picture = (
  page: Page,
  source: string,
  size: number,
  edge = 0,
): Promise<{ png: string; pixels: number[] }> =>
  page.evaluate(
    async ([from, wide, margin]) => {
      const image = new Image();
      image.src = from;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = wide;
      const context = canvas.getContext('2d');
      context?.drawImage(image, margin, margin, wide - 2 * margin, wide - 2 * margin);
      return {
        png: canvas.toDataURL('image/png').split(',')[1] ?? '',
        pixels: [...(context?.getImageData(0, 0, wide, wide).data ?? [])],
      };
    },
    [source, size, edge] as const,
  );
