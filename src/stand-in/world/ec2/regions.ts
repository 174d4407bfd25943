import { answers } from '../../answers.ts';

const optIn = {
  'eu-west-1': 'opt-in-not-required',
  'us-east-1': 'opt-in-not-required',
  'af-south-1': 'not-opted-in',
};

export default answers('ec2', {
  DescribeRegions: { Regions: Object.entries(optIn).map(([RegionName, OptInStatus]) => ({ RegionName, OptInStatus })) },
});
