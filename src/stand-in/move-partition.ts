import { partitionById, type Partition } from '../partitions/partitions.ts';

/** Names of commercial regions in texts, hosts of websites among them; other partitions' names do not look like them. */
const commercialRegion =
  /(?:(?<![\w-])|(?<=\.s3-website-))(us|eu|ap|sa|ca|me|af|il|mx)-(\w+)-(\d+)(?=[a-f]?(?![\w-]))/g;

/**
 * Writes what a commercial account's answers and resources say as if the account were in another partition: ARNs and regions.
 * Each region becomes one of the partition, and back. Regions that the partition does not have are given names of its form,
 * since no partition but the commercial one has as many as the tests speak of.
 */
export class Move {
  readonly partition: Partition;
  readonly #prefix: string;
  readonly #own: RegExp;

  constructor(id: string) {
    this.partition = partitionById(id);
    // `us-gov-` of `us-gov-west-1`, `cn-` of `cn-north-1`.
    this.#prefix = this.partition.mainRegion.replace(/\w+-\d+$/, '');
    this.#own = new RegExp(
      `(?:(?<![\\w-])|(?<=\\.s3-website-))${this.#prefix}(?:x(\\w\\w)(\\w+)-(\\d+)|\\w+-\\d+)(?=[a-f]?(?![\\w-]))`,
      'g',
    );
  }

  region(name: string): string {
    return this.#text(name);
  }

  /** A copy of plain data, keys included. */
  to<T>(value: T): T {
    return this.partition.id === 'aws' ? value : (mapTexts(value, (text) => this.#text(text)) as T);
  }

  back<T>(value: T): T {
    return this.partition.id === 'aws' ? value : (mapTexts(value, (text) => this.#backText(text)) as T);
  }

  #text(text: string): string {
    const { id, mainRegion } = this.partition;
    return text
      .replaceAll('arn:aws:', `arn:${id}:`)
      .replaceAll(commercialRegion, (name, area: string, place: string, number: string) =>
        name === 'us-east-1' ? mainRegion : `${this.#prefix}x${area}${place}-${number}`,
      );
  }

  #backText(text: string): string {
    const { id, mainRegion } = this.partition;
    return text
      .replaceAll(`arn:${id}:`, 'arn:aws:')
      .replaceAll(this.#own, (name, area: string | undefined, place: string, number: string) =>
        name === mainRegion ? 'us-east-1' : area === undefined ? name : `${area}-${place}-${number}`,
      );
  }
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [map(name), mapTexts(each, map)]));
}
