export const fixes = {};

const anew = 'no command: a launch configuration cannot be changed, and a template of it has to be written';

export const untried: Readonly<Record<string, string>> = {
  'autoscaling-launch-configuration-imdsv2-required': anew,
  'autoscaling-launch-configuration-no-public-ip': anew,
};
