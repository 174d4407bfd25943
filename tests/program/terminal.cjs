// Makes a program believe that what it says goes to a terminal.
Object.assign(process.stderr, { isTTY: true, columns: 200 });
