import { describeGreen } from './describe-green';
import { shop } from './shop';

await describeGreen(shop);
