import { resource } from '../../inventory/resource.ts';
import { publicAccessBlockOf } from '../s3/public-access-block.ts';
import { s3control } from './service.ts';

/** S3's settings for the whole account. */
export const s3Account = resource(s3control, 'AWS::::Account', {
  calls: [],
  scope: 'global',
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: `account ${account}` };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:iam::${id}:root`,
}).facets((facet) => ({
  publicAccessBlock: facet.call('GetPublicAccessBlock', {
    absentOn: ['NoSuchPublicAccessBlockConfiguration'],
    input: ({ id }) => ({ AccountId: id }),
    keep: ({ PublicAccessBlockConfiguration }) => publicAccessBlockOf(PublicAccessBlockConfiguration),
  }),
}));
