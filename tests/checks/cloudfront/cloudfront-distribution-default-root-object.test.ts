import check from '../../../checks/cloudfront/cloudfront-distribution-default-root-object.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { distribution } from './distribution.ts';

const root = (rootObject: string | undefined) => ({ config: { logging: false, rootObject } });
const origin = (isS3: boolean) => ({
  id: 'files',
  domainName: 'files.s3.amazonaws.com',
  isS3,
  isCustom: !isS3,
  headers: [],
  originAccessControlId: undefined,
  originAccessIdentity: undefined,
  protocolPolicy: undefined,
  sslProtocols: [],
  vpcOriginId: undefined,
  vpcOriginOwner: undefined,
});
const to = (originId: string) => [{ path: '*', originId, viewerProtocolPolicy: undefined }];

checkSuite(check, { ...distribution, origins: [origin(true)], behaviors: to('files'), ...root('') }, [
  { when: 'it has one', given: root('index.html'), expect: 'pass' },
  { when: 'it has none, of a bucket', given: {}, expect: 'fail', message: /files\.s3/ },
  { when: 'it has none, of a server', given: { origins: [origin(false)] }, expect: 'not-applicable' },
  { when: 'it has one, of a server', given: { origins: [origin(false)], ...root('a') }, expect: 'pass' },
  { when: 'an origin group answers', given: { behaviors: to('group') }, expect: 'unknown' },
  { when: 'AWS does not say', given: root(undefined), expect: 'unknown' },
  { when: 'it was deleted meanwhile', given: { config: undefined }, expect: 'unknown' },
  { when: 'it is switched off', given: { enabled: false }, expect: 'not-applicable' },
]);
