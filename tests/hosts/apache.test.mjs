// hosts/site/.htaccess in a real Apache.

import { keeps } from "./asked.mjs";
import { apache } from "./servers.mjs";

keeps("Apache", apache);
