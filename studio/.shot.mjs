import {chromium} from 'playwright-core';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']});
const p=await b.newPage({viewport:{width:1280,height:800},colorScheme:'dark'});
p.on('console',m=>{if(m.type()==='error')console.log('console',m.text())}); p.on('pageerror',e=>console.log('pageerror',e.message));
await p.goto('http://localhost:4555/'); await p.waitForTimeout(3000); await p.screenshot({path:'/tmp/shots/1.png'});
const box=p.getByRole('textbox').first(); await box.click(); await box.pressSequentially("title card 'Launch Day' with the subtitle 'Oslo, 4 May', teal",{delay:20}); await p.waitForTimeout(3000); await p.screenshot({path:'/tmp/shots/2.png'});
await p.keyboard.press('Enter'); await p.waitForTimeout(4000); await p.screenshot({path:'/tmp/shots/3.png'});
for (const t of ["bar chart of tea 12, coffee 30, water 18","make the bars coral"]) { await box.fill(t); await p.keyboard.press('Enter'); await p.waitForTimeout(4000);} await p.screenshot({path:'/tmp/shots/4.png'});
await b.close();
