import type { Finding } from './finding.ts';

/**
 * Fills a finding's own values into the placeholders of a fix. A value that a shell or HCL would not take as a plain
 * word is quoted or escaped: names come from the account and may be hostile.
 */
export function fillIn(template: string, finding: Pick<Finding, 'account' | 'region' | 'resource'>, language: 'shell' | 'hcl'): string {
  const { account, region, resource } = finding;
  const values: Readonly<Record<string, string>> = {
    name: resource.name,
    id: resource.id,
    arn: resource.arn,
    account,
    region: region === 'global' ? 'us-east-1' : region,
    partition: resource.arn.split(':')[1] ?? 'aws',
  };
  return template.replaceAll(/\{(name|id|arn|account|region|partition)\}/g, (_, key: string) => {
    const value = values[key] ?? '';
    if (/^[\w./:@=+-]*$/.test(value)) return value;
    return language === 'shell' ? `'${value.replaceAll("'", String.raw`'\''`)}'` : JSON.stringify(value).slice(1, -1).replaceAll('${', () => '$${');
  });
}
