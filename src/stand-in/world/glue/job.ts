import { answers, here } from '../../answers.ts';
import { daysAgo, plantedSecret } from '../../facts.ts';

const one = (Name: string, good: boolean) => ({
  Name,
  CreatedOn: daysAgo(200),
  Command: { Name: 'glueetl', ScriptLocation: `s3://scripts/${Name}.py`, PythonVersion: '3' },
  GlueVersion: good ? '4.0' : '2.0',
  DefaultArguments: good
    ? { '--job-bookmark-option': 'job-bookmark-enable', '--enable-continuous-cloudwatch-log': 'true' }
    : { '--job-bookmark-option': 'job-bookmark-disable', '--db_password': plantedSecret },
  ...(good ? { SecurityConfiguration: 'all' } : {}),
});

export default answers(
  'glue',
  { GetJobs: here({ Jobs: [one('erp-load', false), one('shop-load', true)] }) },
  { 'AWS::Glue::Job': 'shop-load' },
);
