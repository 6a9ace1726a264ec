import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('email', {
  pointer: '/email',
  role: 'textbox',
  name: 'E-mail',
  type: typing('amina@example.org'),
  value: 'amina@example.org',
  wrong: 'amina',
});
