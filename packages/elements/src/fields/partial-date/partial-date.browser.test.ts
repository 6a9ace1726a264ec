import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('partial-date', {
  pointer: '/birth',
  role: 'textbox',
  name: 'Day',
  group: { role: 'group', name: /Date of birth/ },
  type: typing('{Tab}{Tab}1980'),
  value: '1980',
  wrong: { day: '', month: '13', year: '1980' },
});
