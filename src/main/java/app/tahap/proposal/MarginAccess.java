package app.tahap.proposal;

import app.tahap.account.Viewer;

/** Who may see what things cost us and what is left of their price; answered by the module that knows the rules. */
public interface MarginAccess {

    boolean seesMargin(Viewer viewer);
}
