import { expect, it } from 'vitest';
import { isPlainHttp } from '../../src/text/url.ts';

it.each([
  ['http://shop.example.com/in', true],
  ['HTTP://shop.example.com', true],
  ['http://localhost.example.com', true],
  ['http://example.com/?to=http://localhost', true],
  ['http://localhost@example.com/', true],
  ['http://127.0.0.1.example.com', true],
  ['http://10.0.0.8:3000/in', true],
  ['http://[::2]/', true],
  ['http://localhost', false],
  ['http://LOCALHOST:3000/in', false],
  ['http://127.0.0.1:8080', false],
  ['http://[::1]:3000/in', false],
  ['https://shop.example.com/in', false],
  ['myapp://in', false],
  ['com.example.shop:/in', false],
  ['shop.example.com/in', undefined],
  ['', undefined],
] as const)('%s', (address, plain) => {
  expect(isPlainHttp(address)).toBe(plain);
});
