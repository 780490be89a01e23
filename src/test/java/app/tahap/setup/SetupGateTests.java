package app.tahap.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.tahap.account.WorkspaceRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.mock.web.MockHttpServletRequest;

class SetupGateTests {

    private final MockHttpServletRequest atTheMachine = new MockHttpServletRequest();

    /** With such a strategy the address of a request is what its headers claim, and the headers are gone. */
    @ParameterizedTest
    @EnumSource(
            value = ForwardHeadersStrategy.class,
            names = {"NATIVE", "FRAMEWORK"})
    void trustsNoAddressThatHeadersGive(ForwardHeadersStrategy strategy) {
        SetupGate gate = gate(strategy);

        assertThat(gate.admits(atTheMachine, null)).isFalse();
        assertThat(gate.admits(atTheMachine, gate.code())).isTrue();
    }

    @Test
    void trustsNoAddressWhereAPlatformMayHaveSwitchedHeadersOn() {
        SetupGate gate = new SetupGate(mock(WorkspaceRepository.class), new ServerProperties());

        assertThat(gate.admits(atTheMachine, null)).isFalse();
    }

    @Test
    void trustsTheAddressOfADirectConnection() {
        assertThat(gate(ForwardHeadersStrategy.NONE).admits(atTheMachine, null)).isTrue();
    }

    @Test
    void makesAnotherCodeAtEachStart() {
        assertThat(gate(ForwardHeadersStrategy.NONE).code())
                .hasSize(32)
                .isNotEqualTo(gate(ForwardHeadersStrategy.NONE).code());
    }

    private static SetupGate gate(ForwardHeadersStrategy strategy) {
        ServerProperties server = new ServerProperties();
        server.setForwardHeadersStrategy(strategy);
        return new SetupGate(mock(WorkspaceRepository.class), server);
    }
}
