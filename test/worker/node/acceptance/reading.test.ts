// What every connector must stand, over the whole engine and its simulated service: being let in, reading, trouble.
import { lettingIn } from "./letting-in.ts";
import { reading } from "./reading.ts";
import { overEveryConnector } from "./suite.ts";
import { trouble } from "./trouble.ts";

overEveryConnector([...lettingIn, ...reading, ...trouble]);
