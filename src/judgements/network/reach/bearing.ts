import type { Bearing } from '../../../engine/check.ts';
import type { OpenPath } from './witness.ts';
import { wayText } from './witness.ts';

/** What a failure says of something the internet reaches: through which groups it comes, and how. */
export const opened = (
  { account, partition, region }: { readonly account: string; readonly partition: string; readonly region: string },
  path: OpenPath,
): Bearing => ({
  ...(path.groupIds.length === 0
    ? {}
    : { changes: path.groupIds.map((id) => `arn:${partition}:ec2:${region}:${account}:security-group/${id}`) }),
  reach: { from: 'internet', how: `reached from the internet on ${path.protocol} ${path.port} ${wayText(path)}` },
});
