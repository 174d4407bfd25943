import check from '../../../checks/wafv2/wafv2-web-acl-managed-rule-version-not-expiring.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, core, details, rule } from './acl.ts';

const pinned = (version: string) => ({ ...core, managed: { vendor: 'AWS', name: 'Core', version } });
const versions = (listed: boolean, current: string | undefined = 'Version_1.2') => ({
  versions: [{ group: 'AWS/Core', version: 'Version_1.1', listed, current }],
});

checkSuite(check, { ...acl, versions: [] }, [
  { when: 'no version is named', given: {}, expect: 'pass', message: /follow the default/ },
  { when: 'the version is listed', given: { ...details([pinned('Version_1.1')]), ...versions(true) }, expect: 'pass' },
  {
    when: 'the version is listed no more',
    given: { ...details([core, pinned('Version_1.1')]), ...versions(false) },
    expect: 'fail',
    message: /Version_1\.1 of AWS\/Core \(default Version_1\.2\), which AWS lists no more/,
  },
  {
    when: 'no version is the default',
    given: {
      ...details([pinned('Version_1.1')]),
      versions: [{ ...versions(false).versions[0], current: undefined }] as never,
    },
    expect: 'fail',
  },
  { when: 'there are no managed groups', given: details([rule('own', 'block')]), expect: 'not-applicable' },
]);
