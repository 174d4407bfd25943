import check from '../../../checks/config/config-conformance-pack-deployed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const pack = (state: string | undefined) => ({ name: 'best-practices', state });
checkSuite(
  check,
  {
    id: '111122223333',
    name: 'Conformance packs in eu-west-1',
    arn: 'arn:aws:config:eu-west-1:111122223333:conformance-pack',
    packs: [pack('CREATE_COMPLETE')],
  } as never,
  [
    { when: 'one is deployed', given: {}, expect: 'pass' },
    { when: 'there is none', given: { packs: [] }, expect: 'fail' },
    { when: 'one failed', given: { packs: [pack('CREATE_FAILED')] }, expect: 'fail', message: /CREATE_FAILED/ },
    {
      when: 'one failed and one is deployed',
      given: { packs: [pack('DELETE_FAILED'), pack('CREATE_COMPLETE')] },
      expect: 'pass',
    },
    { when: 'AWS says no state', given: { packs: [pack(undefined)] }, expect: 'unknown' },
  ] as never,
);
