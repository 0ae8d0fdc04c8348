// What the figures of every connector must mean, over the whole engine and its simulated service.
import { meaning } from "./meaning.ts";
import { overEveryConnector } from "./suite.ts";

overEveryConnector(meaning);
