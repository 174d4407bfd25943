/** A rule of a registry: which repositories' images are scanned, and how often. */
export interface ScanningRule {
  readonly frequency: string | undefined;
  /** Names of repositories with wildcards. */
  readonly filters: readonly string[];
}

const onPush: ReadonlySet<string | undefined> = new Set(['SCAN_ON_PUSH', 'CONTINUOUS_SCAN']);

/**
 * Whether a rule has the images of a repository scanned when they are pushed. A filter without wildcards matches the names that contain it:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html
 */
export const scansOnPush = ({ frequency, filters }: ScanningRule, repository: string): boolean =>
  onPush.has(frequency) && filters.some((filter) => matches(filter, repository));

function matches(filter: string, repository: string): boolean {
  if (!filter.includes('*')) return repository.includes(filter);
  const parts = filter.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(repository);
}
