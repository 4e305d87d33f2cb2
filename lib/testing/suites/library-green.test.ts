import { describeGreen } from './describe-green';
import { library } from './library';

await describeGreen(library);
