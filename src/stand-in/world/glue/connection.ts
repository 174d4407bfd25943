import { answers, here } from '../../answers.ts';
import { plantedSecret } from '../../facts.ts';

/** One with a password in the open and no TLS, one with neither, and one that has no setting for it. */
export default answers(
  'glue',
  {
    GetConnections: here({
      ConnectionList: [
        {
          Name: 'erp',
          ConnectionType: 'JDBC',
          ConnectionProperties: {
            JDBC_CONNECTION_URL: 'jdbc:mysql://erp.example.com:3306/erp',
            JDBC_ENFORCE_SSL: 'false',
            USERNAME: 'loader',
            PASSWORD: plantedSecret,
          },
        },
        {
          Name: 'shop',
          ConnectionType: 'JDBC',
          ConnectionProperties: {
            JDBC_CONNECTION_URL: 'jdbc:postgresql://shop.example.com:5432/shop',
            JDBC_ENFORCE_SSL: 'true',
            SECRET_ID: 'shop/loader',
          },
        },
        { Name: 'inside', ConnectionType: 'NETWORK', ConnectionProperties: {} },
      ],
    }),
  },
  { 'AWS::Glue::Connection': 'shop' },
);
