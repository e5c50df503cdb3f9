// The domain's tests as the mutation tester runs them: again and again in one worker, with shorter samples.

import domain from '../../tests/domain.config.ts';

process.env.CONTESTS = '40';

export default { ...domain, test: { ...domain.test, exclude: ['tests/numbers/parsers.test.ts'], isolate: false } };
