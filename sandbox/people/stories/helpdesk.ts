import { person } from '../person.ts';
import { product } from '../products.ts';
import { tenants } from '../tenants.ts';

const { contoso } = tenants;
const atContoso = () => [{ tenant: contoso, products: [product('SPB', { seats: 50, used: 41 })] }];
const expected = { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' } as const;

/** What decides is who may look at the tickets of a helpdesk. */
export const helpdesk = [
  person({
    id: 'desk-operator',
    name: 'Delia Dennis',
    alias: 'delia.dennis',
    story: 'Runs the helpdesk of Contoso and may open the operator page.',
    expected,
    home: contoso,
    appRoles: ['OneTenant.Operator'],
    seats: atContoso,
  }),
  person({
    id: 'desk-colleague',
    name: 'Gerhart Moller',
    alias: 'gerhart.moller',
    story: 'Answers tickets at the helpdesk of Contoso; the operator page stays closed to him.',
    expected,
    home: contoso,
    seats: atContoso,
  }),
];
