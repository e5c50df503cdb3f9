import { chromium } from 'playwright-core'; import { readFileSync } from 'node:fs';
const [out,h,...files]=process.argv.slice(2); const D='/tmp/lane/ppl2png/';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']}); const p=await b.newPage({viewport:{width:100,height:100}});
await p.setContent(`<body style="margin:0;display:inline-flex;gap:8px;align-items:start;background:#888">${files.map(f=>`<img style="max-height:${h}px" src="data:image/png;base64,${readFileSync(D+f).toString('base64')}">`).join('')}`);
await p.locator('body').screenshot({path:D+out}); await b.close();
