import check from '../../../checks/ec2/ec2-ebs-snapshot-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const settings = (state: 'block-all-sharing' | 'block-new-sharing') => [
  { id: 'settings', snapshotBlockPublicAccess: { state } },
];

checkSuite(check, { id: 'snap-1', encrypted: false, publicPermission: true }, [
  { when: 'everyone may restore it', expect: 'fail', message: /every AWS account/ },
  { when: 'it is not shared with everyone', given: { publicPermission: false }, expect: 'pass' },
  {
    when: 'the region hides all public snapshots',
    along: { settings: settings('block-all-sharing') },
    expect: 'pass',
    message: /region blocks/,
  },
  { when: 'the region only blocks new sharing', along: { settings: settings('block-new-sharing') }, expect: 'fail' },
  { when: 'it was deleted meanwhile', given: { publicPermission: undefined }, expect: 'not-applicable' },
]);
