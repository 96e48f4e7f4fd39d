import { countOf } from '../../src/domain/count-of.ts';
import type { PublishedProduct } from '../../src/domain/product-class.ts';

/** What is wrong with a file that should be Microsoft's list. */
export class NotTheList extends Error {}

/** Microsoft's list had 569 products in 2025; a file with far fewer was cut short. */
const fewestProducts = 400;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads Microsoft's list of products: their CSV (a row per product and service plan), or our own copy (a row per product,
 * separated by tabs). Throws `NotTheList` if it is neither, or if part of it is missing.
 * Source of the CSV's columns: Microsoft Learn: "Product names and service plan identifiers for licensing", 29 October 2025.
 */
export function readPublishedList(text: string): readonly PublishedProduct[] {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const products = (plain.startsWith(copyHead) ? readCopy(plain) : readCsv(plain)).map(withPlainSpaces);
  for (const { name, partNumber, skuId } of products)
    if (name === '' || partNumber === '' || !guid.test(skuId))
      throw new NotTheList(`A product lacks its name, part number or id: “${name}” “${partNumber}” “${skuId}”.`);
  if (products.length < fewestProducts)
    throw new NotTheList(`It has only ${countOf(products.length, 'product')}, so part of it is missing.`);
  return products;
}

/** Some names have several spaces, or spaces that don't break. */
function withPlainSpaces({ name, partNumber, ...rest }: PublishedProduct): PublishedProduct {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');
  return { name: plain(name), partNumber: plain(partNumber), ...rest };
}

const copyHead = 'name\tpart number\tsku id\tservice plans\n';

/** Our own copy: compact, and one line per product, so that a comparison shows what Microsoft changed. */
export function writeCopy(products: readonly PublishedProduct[]): string {
  const lines = products.map(({ name, partNumber, skuId, servicePlans }) =>
    [name, partNumber, skuId, servicePlans.join(' ')].join('\t'),
  );
  return `${copyHead}${lines.join('\n')}\n`;
}

function readCopy(text: string): readonly PublishedProduct[] {
  return text
    .slice(copyHead.length)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', partNumber = '', skuId = '', plans = ''] = line.split('\t');
      return { name, partNumber, skuId, servicePlans: plans.split(' ').filter((plan) => plan !== '') };
    });
}

function readCsv(text: string): readonly PublishedProduct[] {
  const [head = [], ...rows] = csvRows(text);
  const column = (name: string): number => {
    const at = head.findIndex((title) => title.trim().toLowerCase() === name);
    if (at === -1) throw new NotTheList(`It has no column “${name}”.`);
    return at;
  };
  const name = column('product_display_name');
  const partNumber = column('string_id');
  const skuId = column('guid');
  const plan = column('service_plan_name');
  const products = new Map<string, PublishedProduct & { readonly servicePlans: string[] }>();
  for (const row of rows) {
    const cell = (at: number): string => row[at]?.trim() ?? '';
    const id = cell(skuId).toLowerCase();
    const key = `${id} ${cell(partNumber)}`;
    const product = products.get(key) ?? {
      name: cell(name),
      partNumber: cell(partNumber),
      skuId: id,
      servicePlans: [],
    };
    products.set(key, product);
    if (cell(plan) !== '' && !product.servicePlans.includes(cell(plan))) product.servicePlans.push(cell(plan));
  }
  return [...products.values()];
}

/** Rows and cells of a CSV with quoted cells (RFC 4180). Empty lines are left out. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
