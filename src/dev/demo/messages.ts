import type { Front } from '../../stand-in/front.ts';
import { account, allow, ago, arnIn, type ByRegion, inRegion, policy, uuidOf } from './company.ts';

/** The queue that the logistics partner reports parcels to, which everybody may. */
const queues: ByRegion<{ readonly name: string; readonly attributes: Readonly<Record<string, string>> }> = {
  'eu-west-1': [
    { name: 'orders', attributes: { SqsManagedSseEnabled: 'true' } },
    {
      name: 'parcels',
      attributes: {
        SqsManagedSseEnabled: 'false',
        Policy: policy({ ...allow('sqs:SendMessage', arnIn('sqs', 'eu-west-1', 'parcels')), Principal: '*' }),
      },
    },
  ],
};

const certificate = (DomainName: string, region: string, days: number, more: object) => ({
  CertificateArn: arnIn('acm', region, `certificate/${uuidOf(DomainName)}`),
  DomainName,
  Status: 'ISSUED',
  Type: 'AMAZON_ISSUED',
  KeyAlgorithm: 'RSA_2048',
  InUse: true,
  NotBefore: ago(395 - days),
  NotAfter: ago(-days),
  ...more,
});
const certificates: ByRegion<object> = {
  'eu-west-1': [
    certificate('shop.marlow.example', 'eu-west-1', 210, {}),
    certificate('erp.marlow.example', 'eu-west-1', 12, { Type: 'IMPORTED', KeyAlgorithm: 'RSA_1024' }),
  ],
  'us-east-1': [
    certificate('old.marlow.example', 'us-east-1', -40, { Type: 'IMPORTED', Status: 'EXPIRED', InUse: false }),
  ],
};

export function answerMessages(front: Front): void {
  front.answer({ service: 'sqs', operation: 'ListQueues' }, ({ region }) => {
    const urls = inRegion(queues, region).map(({ name }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`);
    return urls.length === 0 ? {} : { QueueUrls: urls };
  });
  front.answer({ service: 'sqs', operation: 'GetQueueAttributes' }, ({ input, region }) => {
    const name = String(input['QueueUrl']).split('/').at(-1);
    return { Attributes: inRegion(queues, region).find((queue) => queue.name === name)?.attributes ?? {} };
  });
  front.answer({ service: 'acm', operation: 'ListCertificates' }, ({ region }) => ({
    CertificateSummaryList: inRegion(certificates, region),
  }));
}
