export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'appsync-graphql-api-waf-attached': 'the emulator tells no web ACL of an API',
  'appsync-graphql-api-key-auth-not-used': 'no command: clients have to sign in some other way first',
};
