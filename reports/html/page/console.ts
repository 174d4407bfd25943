/** Hosts of the console: https://docs.aws.amazon.com/general/latest/gr/console.html, for China and GovCloud their own sign-in pages. */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/**
 * Where the console shows a resource. It finds the page itself by the ARN (`/go/view`); which types it knows is not documented, for
 * others it shows its start. Undefined for what has no ARN of an account, and for partitions whose console is not public.
 */
export function consoleUrl(arn: string): string | undefined {
  const [, partition = ''] = /^arn:([a-z-]+):[a-z0-9-]+:[^:]*:[^:]*:\S+$/.exec(arn) ?? [];
  const host = Object.hasOwn(hosts, partition) ? hosts[partition] : undefined;
  return host === undefined ? undefined : `https://${host}/go/view?arn=${encodeURIComponent(arn)}`;
}
