import { answers, here } from '../../answers.ts';

export default answers(
  'glue',
  {
    GetDevEndpoints: here({
      DevEndpoints: [
        { EndpointName: 'trials', Status: 'READY', RoleArn: 'arn:aws:iam::123456789012:role/glue' },
        {
          EndpointName: 'notebook',
          Status: 'READY',
          RoleArn: 'arn:aws:iam::123456789012:role/glue',
          SecurityConfiguration: 'all',
        },
      ],
    }),
  },
  { 'AWS::Glue::DevEndpoint': 'notebook' },
);
