export const fixes = {};

const whole = 'no command: the settings of an API are given as a whole';
const made = 'no command: a cache is made again, with settings that a person knows';

export const untried: Readonly<Record<string, string>> = {
  'appsync-graphql-api-cache-encrypted-at-rest': made,
  'appsync-graphql-api-cache-encrypted-in-transit': made,
  'appsync-graphql-api-field-logging-enabled': whole,
  'appsync-graphql-api-xray-tracing-enabled': whole,
  'appsync-graphql-api-waf-attached': 'the emulator tells no web ACL of an API',
  'appsync-graphql-api-key-auth-not-used': 'no command: clients have to sign in some other way first',
};
