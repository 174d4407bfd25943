import check from '../../../checks/organizations/organizations-declarative-policy-ec2-enforces-baseline.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const attributes = {
  image_block_public_access: { state: 'block_new_sharing' },
  snapshot_block_public_access: { state: 'block_all_sharing' },
  instance_metadata_defaults: { http_tokens: 'required' },
};
const of = (ec2_attributes: object) => ({ ec2Policy: { ec2_attributes } });

checkSuite(check, { id: '111122223333', name: 'The organization', ...of(attributes) }, [
  { when: 'it holds all of it', along: plainMember, expect: 'pass', message: /IMDSv2 is required by default/ },
  {
    when: 'only new snapshots are kept in',
    given: of({ ...attributes, snapshot_block_public_access: { state: 'block_new_sharing' } }),
    along: plainMember,
    expect: 'pass',
  },
  {
    when: 'images may be shared',
    given: of({ ...attributes, image_block_public_access: { state: 'unblocked' } }),
    along: plainMember,
    expect: 'fail',
    message: /without images are not shared with everybody$/,
  },
  {
    when: 'IMDSv1 may be used',
    given: of({ ...attributes, instance_metadata_defaults: { http_tokens: 'optional', http_endpoint: 'enabled' } }),
    along: plainMember,
    expect: 'fail',
  },
  { when: 'it speaks of something else', given: { ec2Policy: { other: {} } }, along: plainMember, expect: 'fail' },
  { when: 'there is none', given: { ec2Policy: undefined }, along: plainMember, expect: 'fail' },
  { when: 'the account stands alone', given: { ec2Policy: undefined }, along: standsAlone, expect: 'not-applicable' },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
