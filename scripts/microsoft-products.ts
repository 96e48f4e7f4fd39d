// Renews what the bot knows of Microsoft's products: `npm run products -- FILE`.
import { readFileSync, writeFileSync } from 'node:fs';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';
import { classifyProduct, productClasses } from '../src/domain/product-class.ts';
import { decideProductClass } from '../src/domain/products.ts';
import { changesBetween, listFile, productsFile, productsModule } from './products/products-file.ts';
import { NotTheList, readPublishedList, writeCopy } from './products/published-list.ts';

const { words, misused } = commandLine({
  about: "Takes over Microsoft's list of products, and says what changed. Without a file, it classes our copy again.",
  call: 'npm run products -- [FILE.csv]',
  mostWords: 1,
});
const before = readPublishedList(readFileSync(listFile, 'utf8'));
const after = words[0] === undefined ? before : listIn(words[0]);
const changes = changesBetween(before, after, ({ partNumber, skuId, servicePlans }) =>
  decideProductClass({ skuPartNumber: partNumber, skuId, servicePlans }),
);

writeFileSync(listFile, writeCopy(after));
writeFileSync(productsFile, productsModule(after));
for (const change of changes) console.log(change);
for (const productClass of productClasses)
  console.log(`${productClass}: ${after.filter((one) => classifyProduct(one) === productClass).length}`);
console.log(`${countOf(after.length, 'product')}, ${countOf(changes.length, 'change')}.`);

function listIn(file: string) {
  try {
    return readPublishedList(readFileSync(file, 'utf8'));
  } catch (fault) {
    if (fault instanceof NotTheList) return misused(`This is not Microsoft's list of products. ${fault.message}`);
    return misused('The file cannot be read.');
  }
}
