package app.tahap.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Tells addresses that mail can go to. */
public final class Addresses {

    private static final int LONGEST = 254;

    private Addresses() {}

    public static boolean isValid(String address) {
        try {
            checked(address);
            return true;
        } catch (InvalidAddressException invalid) {
            return false;
        }
    }

    /** The address itself, of which there must be one, without a name or a comment. */
    static String checked(String address) {
        String bare = address.strip();
        boolean plain =
                bare.length() <= LONGEST && bare.indexOf('@') > 0 && !bare.matches(".*[\\s\\p{Cntrl}<>,;()\"].*");
        try {
            new InternetAddress(bare, true).validate();
        } catch (AddressException invalid) {
            plain = false;
        }
        if (!plain) {
            throw new InvalidAddressException(bare);
        }
        return bare;
    }
}
