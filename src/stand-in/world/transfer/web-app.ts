import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const app = (WebAppId: string, EndpointType: 'VPC' | 'PUBLIC') => ({
  WebAppId,
  Arn: arnOf('transfer', `webapp/${WebAppId}`),
  EndpointType,
});

export default answers('transfer', {
  ListWebApps: here({
    WebApps: [app('webapp-0123456789abcdef0', 'VPC'), app('webapp-0fedcba9876543210', 'PUBLIC')],
  }),
});
