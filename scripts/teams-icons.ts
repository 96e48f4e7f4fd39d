import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { commandLine } from '../src/config/command-line.ts';

/** Draws the two icons of the Teams app: two rings that share a heart. */
commandLine({
  about: 'Draws the two icons of the Teams app. Run it after a change of the drawing.',
  call: 'node scripts/teams-icons.ts',
});

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** From 0 to 1. */
  readonly alpha: number;
}

const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const blue: Colour = { red: 15, green: 76, blue: 129, alpha: 1 };
const nothing: Colour = { red: 255, green: 255, blue: 255, alpha: 0 };

/** Samples per pixel along each side, for smooth edges. */
const samples = 4;

writeFileSync(
  join('appPackage', 'color.png'),
  png(192, (x, y) => (isDrawn(x, y, 1.35) ? white : blue)),
);
// Teams draws the outline in its theme colour, so it is white on transparent.
writeFileSync(
  join('appPackage', 'outline.png'),
  png(32, (x, y) => (isDrawn(x, y, 1) ? white : nothing)),
);

/** Whether a point is part of the drawing; x and y go from 0 to 1, and `margin` shrinks the drawing. */
function isDrawn(x: number, y: number, margin: number): boolean {
  const across = (x - 0.5) * margin + 0.5;
  const down = (y - 0.5) * margin + 0.5;
  const left = Math.hypot(across - 0.36, down - 0.5);
  const right = Math.hypot(across - 0.64, down - 0.5);
  const isInRing = (distance: number) => distance < 0.32 && distance > 0.24;
  const isHeart = left < 0.19 && right < 0.19;
  return isInRing(left) || isInRing(right) || isHeart;
}

/** A PNG file of `size` by `size` pixels with red, green, blue and alpha. */
function png(size: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, column) => pixel(size, column, row, colourAt)).flat()]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(size: number, column: number, row: number, colourAt: (x: number, y: number) => Colour): number[] {
  const looked = Array.from({ length: samples * samples }, (_, index) => {
    const x = (column + ((index % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(index / samples) + 0.5) / samples) / size;
    return colourAt(x, y);
  });
  const mean = (part: (colour: Colour) => number) => looked.reduce((sum, one) => sum + part(one), 0) / looked.length;
  return [
    Math.round(mean(({ red }) => red)),
    Math.round(mean(({ green }) => green)),
    Math.round(mean((one) => one.blue)),
    Math.round(mean(({ alpha }) => alpha) * 255),
  ];
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

/** CRC-32 as defined by the PNG specification. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
