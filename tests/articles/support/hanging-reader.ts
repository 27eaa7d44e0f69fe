/** A thread that reads for ever. */
for (;;);
