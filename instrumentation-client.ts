// Runs in the browser before any page's code. zod would try whether it may make functions out of text, which our content security
// policy forbids and browsers report: it goes without.
import { config } from "zod";

config({ jitless: true });
