import {
  classifyProduct,
  type ProductClass,
  type PublishedProduct,
  productClasses,
} from '../../src/domain/product-class.ts';
import { inPlainOrder } from '../../src/domain/text.ts';

/** Where the bot's own data about Microsoft's products is. */
export const productsFile = 'src/domain/microsoft-products.ts';
/** Our copy of Microsoft's list. */
export const listFile = 'scripts/products/published-list.tsv';

/** The module that the bot reads: every product under its class. */
export function productsModule(products: readonly PublishedProduct[]): string {
  const sections = productClasses.map((productClass) => {
    const lines = products
      .filter((product) => classifyProduct(product) === productClass)
      .map(({ partNumber, skuId, name }) => `${partNumber}\t${skuId}\t${name}`)
      .sort(inPlainOrder);
    return [productClass, ...lines].join('\n');
  });
  return `// Made by \`npm run products\` from Microsoft's published list: do not change it by hand.

/**
 * Every product in Microsoft's list under its class: part number, id and name, separated by tabs.
 * A function, so that a start that needs no product doesn't read the text.
 * Source: Microsoft Learn: "Product names and service plan identifiers for licensing", 29 October 2025.
 */
export const microsoftProducts = (): string => \`${sections.join('\n').replaceAll(/[\\`$]/g, '\\$&')}\`;
`;
}

/** What became of products between two lists, a line each: new ones, those that are gone, other names, other classes. */
export function changesBetween(
  before: readonly PublishedProduct[],
  after: readonly PublishedProduct[],
  classBefore: (product: PublishedProduct) => ProductClass | 'unknown' = classifyProduct,
): readonly string[] {
  const keyed = (all: readonly PublishedProduct[]) =>
    new Map(all.map((one) => [`${one.partNumber} ${one.skuId}`, one]));
  const earlier = keyed(before);
  const later = keyed(after);
  const title = ({ partNumber, name }: PublishedProduct) => `${partNumber} (${name})`;
  return [
    ...[...later].flatMap(([key, is]) => {
      const was = earlier.get(key);
      if (was === undefined) return [`new: ${title(is)}, ${classifyProduct(is)}`];
      const [from, to] = [classBefore(was), classifyProduct(is)];
      return [
        ...(was.name === is.name ? [] : [`another name: ${title(is)}, was ${was.name}`]),
        ...(from === to ? [] : [`another class: ${title(is)}, was ${from}, is ${to}`]),
      ];
    }),
    ...[...earlier].flatMap(([key, was]) => (later.has(key) ? [] : [`gone: ${title(was)}, ${classBefore(was)}`])),
  ];
}
